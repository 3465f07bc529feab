// The browser comes from @sparticuz/chromium or from the machine: puppeteer must not download one.
module.exports = { skipDownload: true }
