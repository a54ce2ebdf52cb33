import { Controller } from '@nestjs/common';
import { offlineRoutes } from '@xiaolin/shared-types/attendance/offline-routes';
import { attendanceRoutes as routes } from '@xiaolin/shared-types/attendance/routes';
import type { PlaceCheck } from '@xiaolin/shared-types/attendance/schema';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { LoadOffline } from '../use-cases/load-offline.js';
import { PlaceConsents } from '../use-cases/place-consents.js';
import { SetPlaceCheck } from '../use-cases/set-place-check.js';
import { SyncScans } from '../use-cases/sync-scans.js';
import { presentOfflineRoster, presentPass } from './attendance.presenter.js';

/** What is loaded before the network goes, what comes back after it, and whether a phone may say how far it is. */
@Controller()
export class OfflineController {
  constructor(
    private readonly clock: Clock,
    private readonly syncScans: SyncScans,
    private readonly loadOffline: LoadOffline,
    private readonly consents: PlaceConsents,
    private readonly setCheck: SetPlaceCheck,
  ) {}

  @Endpoint(routes.syncSiteScans)
  async syncSiteScans(
    @Input() { body }: InputOf<typeof routes.syncSiteScans>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.syncSiteScans>> {
    return { results: await this.syncScans.ofSites(actor.personId, body) };
  }

  @Endpoint(offlineRoutes.syncVolunteerScans)
  async syncVolunteerScans(
    @Input() { params, body }: InputOf<typeof offlineRoutes.syncVolunteerScans>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof offlineRoutes.syncVolunteerScans>> {
    return { results: await this.syncScans.ofVolunteers(actor.personId, params.shiftId, body) };
  }

  @Endpoint(routes.passes)
  async passes(@Who() actor: Actor): Promise<Answer<typeof routes.passes>> {
    const passes = await this.loadOffline.passes(actor.personId);
    return { serverTime: this.clock.instant(), passes: passes.map(presentPass) };
  }

  @Endpoint(offlineRoutes.offlineRoster)
  async offlineRoster(
    @Input() { params }: InputOf<typeof offlineRoutes.offlineRoster>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof offlineRoutes.offlineRoster>> {
    const roster = await this.loadOffline.roster(actor.personId, params.shiftId);
    return presentOfflineRoster(roster, this.clock.now());
  }

  @Endpoint(offlineRoutes.placeConsent)
  placeConsent(@Who() actor: Actor): Promise<Answer<typeof offlineRoutes.placeConsent>> {
    return this.consents.of(actor.personId);
  }

  @Endpoint(offlineRoutes.setPlaceConsent)
  setPlaceConsent(
    @Input() { body }: InputOf<typeof offlineRoutes.setPlaceConsent>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof offlineRoutes.setPlaceConsent>> {
    return this.consents.set(actor.personId, body.given);
  }

  @Endpoint(offlineRoutes.placeCheck)
  async placeCheck(
    @Input() { params }: InputOf<typeof offlineRoutes.placeCheck>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof offlineRoutes.placeCheck>> {
    return presentCheck(await this.setCheck.read(actor.personId, params.shiftId));
  }

  @Endpoint(offlineRoutes.setPlaceCheck)
  async setPlaceCheck(
    @Input() { params, body }: InputOf<typeof offlineRoutes.setPlaceCheck>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof offlineRoutes.setPlaceCheck>> {
    return presentCheck(await this.setCheck.set(actor.personId, params.shiftId, body.radiusMetres));
  }
}

/** What is stored came through the same contract. */
const presentCheck = (radiusMetres: number | null): PlaceCheck => ({
  radiusMetres: radiusMetres as PlaceCheck['radiusMetres'],
});
