import { offlineRoutes } from '@xiaolin/shared-types/attendance/offline-routes';
import { api } from '@/shared/session/session';

export const loadPlaceConsent = () => api(offlineRoutes.placeConsent, {});

export const setPlaceConsent = (given: boolean) => api(offlineRoutes.setPlaceConsent, { body: { given } });
