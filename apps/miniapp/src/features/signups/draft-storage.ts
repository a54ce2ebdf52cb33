import { newRequestKey } from '@/shared/api/request-key';
import { storage } from '@/shared/platform/storage';
import { createSignupDrafts } from './drafts';

export const signupDrafts = createSignupDrafts(storage, newRequestKey);
