// The route of the catalogue. Express answers its ETag; the content changes only with a new version of Eclusa.
import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/operation';
import { CatalogueDto } from './catalogue.dto';
import { CatalogueService } from './catalogue.service';

@ApiTags('catalogue')
@Controller('catalogue')
export class CatalogueController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Get()
  @Header('cache-control', 'private, no-cache')
  @Answers(CatalogueDto, { summary: 'Nodes, connection kinds and expression functions' })
  getCatalogue() {
    return this.catalogue.get();
  }
}
