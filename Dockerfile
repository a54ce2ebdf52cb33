# The API with the H5 pages it serves. Build: docker build -t xiaolin .
FROM node:20-slim AS build
WORKDIR /app
RUN npm install --global pnpm@10.34.9
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/api/package.json apps/api/
COPY apps/miniapp/package.json apps/miniapp/
COPY packages/shared-types/package.json packages/shared-types/
RUN pnpm install --frozen-lockfile
COPY tsconfig.base.json ./
COPY packages packages
COPY apps apps
RUN pnpm --filter @xiaolin/shared-types build \
  && pnpm --filter @xiaolin/api build \
  && pnpm --filter @xiaolin/miniapp build:h5

# What runs, without compilers, tests and Taro.
FROM node:20-slim AS packages
WORKDIR /app
RUN npm install --global pnpm@10.34.9
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/api/package.json apps/api/
COPY apps/miniapp/package.json apps/miniapp/
COPY packages/shared-types/package.json packages/shared-types/
RUN pnpm install --prod --frozen-lockfile --filter '@xiaolin/api...'

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 H5_DIR=/app/apps/miniapp/dist/h5
WORKDIR /app
COPY --from=packages /app ./
COPY --from=build /app/packages/shared-types/dist packages/shared-types/dist
COPY --from=build /app/apps/api/dist apps/api/dist
COPY --from=build /app/apps/miniapp/dist/h5 apps/miniapp/dist/h5
USER node
EXPOSE 3000
# Asks the process, not the database: a database that is away is mended by no restart.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/live').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# Node itself is process 1 and receives SIGTERM; npm would swallow it.
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]
