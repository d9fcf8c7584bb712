// A flow that was drawn for somebody opens with what is still open listed. Only the first time: going back does not.
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useFlowStores } from '../../store/flow-stores';

/** Follows `look` of the address's state, and takes it out. */
export function useFirstLook(): void {
  const { view } = useFlowStores();
  const { state, pathname } = useLocation();
  const navigate = useNavigate();
  const look = (state as { look?: string } | null)?.look;
  useEffect(() => {
    if (look === undefined) return;
    if (look === 'problems') view.getState().open('problems');
    void navigate(pathname, { replace: true, state: null });
  }, [look, view, navigate, pathname]);
}
