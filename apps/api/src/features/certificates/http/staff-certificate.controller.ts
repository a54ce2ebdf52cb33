import { Controller } from '@nestjs/common';
import { certificateRoutes as routes } from '@xiaolin/shared-types/certificates/routes';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, type FileAnswer, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { ExportHours } from '../use-cases/export-hours.js';
import { KeepSeal } from '../use-cases/keep-seal.js';
import { ReadCertificates } from '../use-cases/read-certificates.js';
import { RevokeCertificate } from '../use-cases/revoke-certificate.js';
import { presentStaffCertificate } from './certificate.presenter.js';

/** What the recording unit's own people do: look, take back, export, set the seal. */
@Controller()
export class StaffCertificateController {
  constructor(
    private readonly readCertificates: ReadCertificates,
    private readonly revokeCertificate: RevokeCertificate,
    private readonly exportHours: ExportHours,
    private readonly keepSeal: KeepSeal,
  ) {}

  @Endpoint(routes.listForStaff)
  async listForStaff(
    @Input() { query }: InputOf<typeof routes.listForStaff>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.listForStaff>> {
    const page = await this.readCertificates.forStaff(actor.personId, pageRequest(query, 2));
    return {
      items: page.rows.map((row) =>
        presentStaffCertificate(row, actor.personId, page.administered.has(row.unit_id)),
      ),
      nextCursor: page.nextCursor,
    };
  }

  @Endpoint(routes.revoke)
  async revoke(
    @Input() { params, body }: InputOf<typeof routes.revoke>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.revoke>> {
    const row = await this.revokeCertificate.execute(actor.personId, params.certificateId, body);
    return presentStaffCertificate(row, actor.personId, true);
  }

  @Endpoint(routes.exportHours)
  async export(
    @Input() { params, query }: InputOf<typeof routes.exportHours>,
    @Who() actor: Actor,
  ): Promise<FileAnswer> {
    const content = await this.exportHours.execute(actor.personId, params.organizationId, query);
    return { name: `hours-${query.from}-${query.to}.csv`, content };
  }

  @Endpoint(routes.seal)
  async seal(
    @Input() { params }: InputOf<typeof routes.seal>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.seal>> {
    return { image: await this.keepSeal.show(actor.personId, params.organizationId) };
  }

  @Endpoint(routes.saveSeal)
  async saveSeal(
    @Input() { params, body }: InputOf<typeof routes.saveSeal>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.saveSeal>> {
    return { image: await this.keepSeal.save(actor.personId, params.organizationId, body.image) };
  }
}
