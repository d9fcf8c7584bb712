// The catalogue as JSON: what `nodes` discovers and `flow` lists, without their functions. Made once.
import { Injectable } from '@nestjs/common';
import { expressionFunctions } from '@eclusa/flow';
import { catalogue, connectionKinds } from '@eclusa/nodes';
import type { CatalogueDto } from './catalogue.dto';

@Injectable()
export class CatalogueService {
  private readonly answer: CatalogueDto = {
    nodes: [...catalogue().values()] as unknown as CatalogueDto['nodes'],
    connectionKinds: [...connectionKinds.values()].map(({ id, name, help, fields, presets, signIn }) => ({
      id,
      name,
      help,
      fields,
      ...(presets && { presets: [...presets] }),
      ...(signIn && { signIn: { field: signIn.field, is: [...signIn.is] } }),
    })),
    functions: expressionFunctions.map(({ name, signature, help, example }) => ({
      name,
      signature,
      help,
      example,
    })),
  };

  get(): CatalogueDto {
    return this.answer;
  }
}
