import { useStore } from 'zustand';
import { newRequestKey } from '@/shared/api/request-key';
import { giveUpPlace, takePlace } from './api';
import { createPlaceDesk, type PlaceDesk } from './store';

export const placeDesk = createPlaceDesk({ take: takePlace, giveUp: giveUpPlace, newKey: newRequestKey });

export const usePlaceDesk = <T>(select: (desk: PlaceDesk) => T): T => useStore(placeDesk, select);
