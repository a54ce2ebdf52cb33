import { storage } from '@/shared/platform/storage';
import { createKeptTickets } from './kept-tickets';

export const keptTickets = createKeptTickets(storage);
