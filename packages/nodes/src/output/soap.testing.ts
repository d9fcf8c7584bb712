// What the example stands on: an ERP that answers over SOAP.
import type { ExampleSetup } from '../harness.testing';
import { startSoapErp } from '../soap-service/erp.testing';

export async function setup(): Promise<ExampleSetup> {
  const { wsdl, host, close } = await startSoapErp();
  return { connection: { id: 'erp', kind: 'soap', values: { wsdl, auth: 'none' } }, allow: [host], close };
}
