import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { signingRoutes as routes } from '@xiaolin/shared-types/signing/routes';
import { Endpoint } from '../http/endpoint.js';
import { SigningKeys } from './signing-keys.js';

@Controller()
export class SigningController {
  constructor(private readonly signingKeys: SigningKeys) {}

  @Endpoint(routes.keys)
  keys(): Answer<typeof routes.keys> {
    const keys = this.signingKeys.published();
    return {
      keys: keys.map(({ keyId, publicKey, retired }) => ({
        keyId,
        algorithm: 'Ed25519',
        publicKey,
        retired,
      })),
    };
  }
}
