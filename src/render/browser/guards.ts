import type { Page } from 'puppeteer-core';

/**
 * One way of keeping a page from fetching anything. Each one alone is meant to be enough; all are used at once,
 * because each kind has been got round before.
 */
export interface Guard {
  readonly name: string;
  /** For the browser's command line. */
  readonly args?: readonly string[];
  readonly html?: (html: string) => string;
  readonly page?: (page: Page) => Promise<void>;
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'";

// A page may bring a policy of its own; a second one can only narrow it.
const policy: Guard = {
  name: 'content-security-policy',
  html: (html) => {
    const head = /<head(?=[\s>])[^>]*>/i.exec(html);
    if (!head) throw new RangeError('a page to be printed has no <head>');
    const end = head.index + head[0].length;
    return `${html.slice(0, end)}<meta http-equiv="Content-Security-Policy" content="${POLICY}">${html.slice(end)}`;
  },
};

const noScripts: Guard = { name: 'no-scripts', page: (page) => page.setJavaScriptEnabled(false) };

const offline: Guard = { name: 'offline', page: (page) => page.setOfflineMode(true) };

const noRequests: Guard = {
  name: 'no-requests',
  page: async (page) => {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const inline = request.url().startsWith('data:') || request.url() === 'about:blank';
      // A page that is closed while a request is pending no longer takes an answer.
      (inline ? request.continue() : request.abort('blockedbyclient')).catch(() => undefined);
    });
  },
};

const noHosts: Guard = {
  name: 'no-hosts',
  args: [
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--disable-background-networking',
    '--dns-prefetch-disable',
  ],
};

export const GUARDS: readonly Guard[] = [policy, noScripts, offline, noRequests, noHosts];
