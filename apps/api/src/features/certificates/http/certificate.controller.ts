import { Controller } from '@nestjs/common';
import { certificateRoutes as routes } from '@xiaolin/shared-types/certificates/routes';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, type FileAnswer, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { IssueCertificate } from '../use-cases/issue-certificate.js';
import { PreviewCertificate } from '../use-cases/preview-certificate.js';
import { ReadCertificates } from '../use-cases/read-certificates.js';
import {
  presentCertificate,
  presentPreview,
  presentPublicCertificate,
  presentUnit,
} from './certificate.presenter.js';

/** The volunteer's own certificates, and what anybody may ask about one. */
@Controller()
export class CertificateController {
  constructor(
    private readonly previewCertificate: PreviewCertificate,
    private readonly issueCertificate: IssueCertificate,
    private readonly readCertificates: ReadCertificates,
  ) {}

  @Endpoint(routes.units)
  async units(@Who() actor: Actor): Promise<Answer<typeof routes.units>> {
    return { items: (await this.previewCertificate.units(actor.personId)).map(presentUnit) };
  }

  @Endpoint(routes.preview)
  async preview(
    @Input() { query }: InputOf<typeof routes.preview>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.preview>> {
    const { unitId, from, to } = query;
    return presentPreview(await this.previewCertificate.execute(actor.personId, unitId, { from, to }));
  }

  @Endpoint(routes.issue)
  async issue(
    @Input() { body }: InputOf<typeof routes.issue>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.issue>> {
    const row = await this.issueCertificate.execute(actor.personId, body);
    return presentCertificate(row, this.readCertificates.addressOf(row));
  }

  @Endpoint(routes.mine)
  async mine(
    @Input() { query }: InputOf<typeof routes.mine>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.mine>> {
    const { rows, nextCursor } = await this.readCertificates.mine(actor.personId, pageRequest(query, 2));
    return {
      items: rows.map((row) => presentCertificate(row, this.readCertificates.addressOf(row))),
      nextCursor,
    };
  }

  @Endpoint(routes.show)
  async show(
    @Input() { params }: InputOf<typeof routes.show>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.show>> {
    const row = await this.readCertificates.one(actor.personId, params.certificateId);
    return presentCertificate(row, this.readCertificates.addressOf(row));
  }

  @Endpoint(routes.pdf)
  async pdf(@Input() { params }: InputOf<typeof routes.pdf>, @Who() actor: Actor): Promise<FileAnswer> {
    const { row, content } = await this.readCertificates.pdf(actor.personId, params.certificateId);
    return { name: `${row.number}.pdf`, content };
  }

  @Endpoint(routes.verify)
  async verify(@Input() { params }: InputOf<typeof routes.verify>): Promise<Answer<typeof routes.verify>> {
    return presentPublicCertificate(await this.readCertificates.byNumber(params.number));
  }
}
