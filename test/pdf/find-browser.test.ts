import { describe, expect, it } from 'vitest'
import { findBrowsers, installedPaths } from '../../src/pdf/find-browser.ts'
import type { Machine } from '../../src/pdf/find-browser.ts'

/** A machine with just these files, Linux on x64 unless said otherwise. */
function machine(files: readonly string[], more: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    arch: 'x64',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    exists: (path) => files.includes(path),
    pinned: () => Promise.resolve('/cache/chromium-153.0.0/chromium'),
    downloaded: () => Promise.resolve('/home/a/.cache/puppeteer/chrome'),
    ...more
  }
}

const EVERYTHING = [
  '/cache/chromium-153.0.0/chromium',
  '/home/a/.cache/puppeteer/chrome',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/min/chrome'
]

describe('findBrowsers', () => {
  it('takes the pinned one first, then puppeteer’s, then what is installed', async () => {
    expect(await findBrowsers(machine(EVERYTHING))).toEqual({
      found: [
        { kind: 'pinned', path: '/cache/chromium-153.0.0/chromium' },
        { kind: 'puppeteer', path: '/home/a/.cache/puppeteer/chrome' },
        { kind: 'installed', path: '/usr/bin/google-chrome' },
        { kind: 'installed', path: '/usr/bin/chromium' }
      ],
      tried: []
    })
  })

  it('obeys PUPPETEER_EXECUTABLE_PATH and looks no further', async () => {
    const env = { PUPPETEER_EXECUTABLE_PATH: '/min/chrome' }
    expect(await findBrowsers(machine(EVERYTHING, { env }))).toEqual({
      found: [{ kind: 'PUPPETEER_EXECUTABLE_PATH', path: '/min/chrome' }],
      tried: []
    })
  })

  it('does not print with another browser when PUPPETEER_EXECUTABLE_PATH is wrong', async () => {
    const env = { PUPPETEER_EXECUTABLE_PATH: '/fel/chrome' }
    expect(await findBrowsers(machine(EVERYTHING, { env }))).toEqual({
      found: [],
      tried: [{ kind: 'PUPPETEER_EXECUTABLE_PATH', path: '/fel/chrome', reason: 'absent' }]
    })
  })

  it('takes an empty PUPPETEER_EXECUTABLE_PATH for none', async () => {
    const env = { PUPPETEER_EXECUTABLE_PATH: '' }
    expect((await findBrowsers(machine(EVERYTHING, { env }))).found[0]?.kind).toBe('pinned')
  })

  it('says what was tried when there is nothing', async () => {
    expect(await findBrowsers(machine([]))).toEqual({
      found: [],
      tried: [
        { kind: 'pinned', path: '/cache/chromium-153.0.0/chromium', reason: 'absent' },
        { kind: 'puppeteer', path: '/home/a/.cache/puppeteer/chrome', reason: 'absent' },
        { kind: 'installed', reason: 'absent' }
      ]
    })
  })

  it('does not unpack the pinned one where it cannot run', async () => {
    const pinned = () => Promise.reject(new Error('must not be asked'))
    const search = await findBrowsers(machine([], { platform: 'linux', arch: 'arm64', pinned }))
    expect(search.tried[0]).toEqual({ kind: 'pinned', reason: 'unsupported' })
  })

  it('goes on when the pinned one cannot be unpacked, and tells why', async () => {
    const pinned = () => Promise.reject(new Error('ENOSPC: no space left on device'))
    expect(await findBrowsers(machine(['/usr/bin/chromium'], { pinned }))).toEqual({
      found: [{ kind: 'installed', path: '/usr/bin/chromium' }],
      tried: [
        { kind: 'pinned', reason: 'broken', detail: 'Error: ENOSPC: no space left on device' },
        { kind: 'puppeteer', path: '/home/a/.cache/puppeteer/chrome', reason: 'absent' }
      ]
    })
  })
})

describe('installedPaths', () => {
  it('knows macOS, for all users and for one', () => {
    expect(installedPaths('darwin', { HOME: '/Users/a' })).toEqual([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      '/Users/a/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
    ])
  })

  it('knows Windows by its own variables, in either spelling', () => {
    const env = { ProgramFiles: 'C:\\Program', LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' }
    expect(installedPaths('win32', env)).toEqual([
      'C:\\Program\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Users\\a\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program\\Chromium\\Application\\chrome.exe',
      'C:\\Users\\a\\AppData\\Local\\Chromium\\Application\\chrome.exe',
      'C:\\Program\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Users\\a\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe'
    ])
  })

  it('looks along PATH on Linux, but never in relative folders', () => {
    const paths = installedPaths('linux', { PATH: 'bin:/home/a/bin::/usr/bin' })
    expect(paths).toContain('/home/a/bin/chromium')
    expect(paths.filter((path) => !path.startsWith('/'))).toEqual([])
  })
})
