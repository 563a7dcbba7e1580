import { describe, expect, it } from 'vitest';
import { findBrowsers, type Files } from '../../../src/render/browser/find.ts';
import type { Host } from '../../../src/render/host.ts';

const linux: Host = {
  platform: 'linux',
  arch: 'x64',
  env: { PATH: '/usr/local/bin:/usr/bin' },
  home: '/home/ada',
  temp: '/tmp',
  uid: 1000,
};

function disk(...files: string[]): Files {
  return {
    isFile: (path) => files.includes(path),
    real: (path) => path.replace(/^\/bin\//, '/usr/bin/'),
    list: (folder) => [
      ...new Set(
        files
          .filter((file) => file.startsWith(`${folder}/`))
          .map((file) => file.slice(folder.length + 1).split('/')[0]!),
      ),
    ],
  };
}

const cache = '/home/ada/.cache/puppeteer';
const oldShell = `${cache}/chrome-headless-shell/linux-99.0.1.2/chrome-headless-shell-linux64/chrome-headless-shell`;
const newShell = `${cache}/chrome-headless-shell/linux-147.0.1.2/chrome-headless-shell-linux64/chrome-headless-shell`;
const cachedChrome = `${cache}/chrome/linux-147.0.1.2/chrome-linux64/chrome`;

describe('findBrowsers', () => {
  it('takes puppeteer’s cache, then headless shell, Chrome, Chromium and Edge of the system', () => {
    const files = disk(
      '/opt/microsoft/msedge/msedge',
      '/usr/bin/chromium',
      '/usr/local/bin/google-chrome',
      '/usr/bin/chromium-headless-shell',
      cachedChrome,
      oldShell,
      newShell,
    );
    expect(findBrowsers(linux, undefined, files).map((one) => one.path)).toEqual([
      newShell,
      oldShell,
      cachedChrome,
      '/usr/bin/chromium-headless-shell',
      '/usr/local/bin/google-chrome',
      '/usr/bin/chromium',
      '/opt/microsoft/msedge/msedge',
    ]);
  });

  it('lists a browser once that several places name', () => {
    expect(findBrowsers(linux, undefined, disk('/usr/bin/chromium'))).toEqual([
      { source: 'system', kind: 'chromium', path: '/usr/bin/chromium' },
    ]);
  });

  it('lists a browser once that links give two paths', () => {
    const host = { ...linux, env: { PATH: '/usr/bin:/bin' } };
    const found = findBrowsers(host, undefined, disk('/bin/chromium', '/usr/bin/chromium'));
    expect(found.map((one) => one.path)).toEqual(['/usr/bin/chromium']);
  });

  it('puts nothing in place of a named browser', () => {
    expect(findBrowsers(linux, '/opt/x/chrome-headless-shell', disk('/usr/bin/chromium'))).toEqual([
      { source: 'named', kind: 'headless-shell', path: '/opt/x/chrome-headless-shell' },
    ]);
  });

  it('passes over a cache folder whose program is missing', () => {
    const files = disk(`${cache}/chrome/linux-147.0.1.2/chrome-linux64/readme.txt`);
    expect(findBrowsers(linux, undefined, files)).toEqual([]);
  });

  it('does not run a program of the working directory', () => {
    const host = { ...linux, env: { PATH: '.:bin:' } };
    expect(findBrowsers(host, undefined, disk('./chrome', 'bin/chrome', 'chrome'))).toEqual([]);
  });

  it('looks where PUPPETEER_CACHE_DIR says', () => {
    const host = { ...linux, env: { PUPPETEER_CACHE_DIR: '/cache' } };
    const path = '/cache/chrome/linux-140.0.0.0/chrome-linux64/chrome';
    expect(findBrowsers(host, undefined, disk(path)).map((one) => one.path)).toEqual([path]);
  });

  it('knows the places of macOS', () => {
    const host: Host = { ...linux, platform: 'darwin', home: '/Users/ada', env: {} };
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    const edge = '/Users/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    expect(findBrowsers(host, undefined, disk(edge, chrome)).map((one) => one.path)).toEqual([chrome, edge]);
  });

  it('knows the places of Windows', () => {
    const host: Host = {
      ...linux,
      platform: 'win32',
      home: 'C:\\Users\\ada',
      env: { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' },
    };
    const chrome = 'C:\\Users\\ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe';
    const edge = 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe';
    expect(findBrowsers(host, undefined, disk(chrome, edge)).map((one) => one.kind)).toEqual([
      'chrome',
      'edge',
    ]);
  });
});
