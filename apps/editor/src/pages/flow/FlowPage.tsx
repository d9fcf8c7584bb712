// The flow editor.
import { Loading } from '../../shell/Loading';

/** One flow on its canvas. */
export function FlowPage() {
  return <Loading />;
}
