# The bot for production. Data lives in PostgreSQL (see compose.yaml), keys come as files; the image holds neither.
FROM node:24-slim

ENV NODE_ENV=production PORT=3000 DATA_DIR=/data
WORKDIR /app

# The image has the right Node already: no install script needs to run, and none may.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force

# Owned by root and read by the bot: what serves people cannot rewrite itself.
COPY flows ./flows
COPY db ./db
COPY adapters ./adapters
COPY bot ./bot

RUN mkdir -m 700 /data /keys && chown node:node /data /keys
VOLUME /data /keys
USER node
EXPOSE 3000

# It lives; whether it can hear, store and send is what /readyz tells the load balancer.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

# Node itself is the first process, so that a stop reaches it and messages in hand are finished.
STOPSIGNAL SIGTERM
CMD ["node", "bot/main.ts"]
