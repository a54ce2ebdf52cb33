import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.js';

/**
 * What an answer of the API says to a browser that is made to open it as a page: nothing may run in it, nothing may
 * frame it, nobody may guess its type. OWASP REST Security Cheat Sheet, "Security Headers".
 *
 * Constant, and so not left to helmet, which writes its headers anew for each request: 3 % of a sign-up's time.
 */
const API_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

const ONE_YEAR = 'max-age=31536000; includeSubDomains';

export function addApiHeaders(fastify: FastifyInstance, config: Pick<Config, 'production'>): void {
  const headers = config.production ? { ...API_HEADERS, 'strict-transport-security': ONE_YEAR } : API_HEADERS;
  fastify.addHook('onRequest', (_, reply, done) => {
    reply.headers(headers);
    done();
  });
}

/** Only what the H5 needs; generated pictures are data addresses. Taro writes style attributes. */
const PAGE_POLICY = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  upgradeInsecureRequests: null,
};

/**
 * Scanning codes and finding what is near are the site's own; nothing that it might come to embed may ask for them,
 * and nobody for the rest.
 */
const PAGE_PERMISSIONS = 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()';

/** Helmet's headers for what is meant to be a page; for a scope of its own, so that the API stays strict. */
export async function addPageHeaders(
  scope: FastifyInstance,
  config: Pick<Config, 'production'>,
): Promise<void> {
  // Helmet writes to the raw response, over which Fastify's own headers win.
  scope.addHook('onRequest', (_, reply, done) => {
    for (const name of Object.keys(API_HEADERS)) reply.removeHeader(name);
    reply.header('permissions-policy', PAGE_PERMISSIONS);
    done();
  });
  await scope.register(helmet, {
    contentSecurityPolicy: { directives: PAGE_POLICY },
    strictTransportSecurity: config.production,
  });
}
