/** What a reader must give of each fixture, read off its bytes by hand: how many records, and what it must report. */
export interface WarcFixture {
  readonly file: string;
  readonly records: number;
  /** Addresses of the pages that it holds answers of, with the length of their words. */
  readonly pages: readonly (readonly [url: string, length: number])[];
  /** Damage that must be told: as a record that cannot be read, or a fault of one that can. */
  readonly reports: readonly RegExp[];
}

const EXAMPLE = "http://example.com/";

export const FIXTURES: readonly WarcFixture[] = [
  { file: "bad.arc", records: 1, pages: [[EXAMPLE, 1]], reports: [/how long/, /how long/] },
  { file: "example-bad-non-chunked.warc.gz", records: 6, pages: [[EXAMPLE, 1270]], reports: [/digest/] },
  {
    file: "example-bad.warc.gz.bad",
    records: 6,
    pages: [
      ["http://example.com?example=1", 1270],
      ["http://www.iana.org/domains/example", 201],
    ],
    reports: [],
  },
  { file: "example-digest.warc", records: 4, pages: [], reports: [/digest/] },
  { file: "example-iana.org-chunked.warc", records: 3, pages: [["http://www.iana.org/", 7223]], reports: [] },
  { file: "example-resource.warc.gz", records: 3, pages: [[EXAMPLE, 1303]], reports: [] },
  {
    file: "example-space-in-target-uri.warc.gz",
    records: 2,
    pages: [["file:///example with spaces.png", 70]],
    reports: [],
  },
  {
    file: "example-space-in-url.arc",
    records: 2,
    pages: [
      ["http://example.com/index.cfm?FuseAction=Email&EmailTitle=Examples From The Live Web&IsPopUp=False", 1271],
    ],
    reports: [/cut short/],
  },
  { file: "example-trunc.warc", records: 4, pages: [[EXAMPLE, 1270]], reports: [/cut short/, /no record/] },
  {
    file: "example-wget-bad-target-uri.warc.gz",
    records: 6,
    pages: [
      [EXAMPLE, 1270],
      ["metadata://gnu.org/software/wget/warc/wget_arguments.txt", 49],
      ["metadata://gnu.org/software/wget/warc/wget.log", 471],
    ],
    reports: [],
  },
  { file: "example-wrong-chunks.warc.gz", records: 2, pages: [[EXAMPLE, 1270]], reports: [/digest/] },
  { file: "example.arc", records: 2, pages: [[EXAMPLE, 1270]], reports: [] },
  { file: "example.arc.gz", records: 2, pages: [[EXAMPLE, 1270]], reports: [] },
  { file: "example.warc", records: 6, pages: [[EXAMPLE, 1270]], reports: [] },
  { file: "example.warc.gz", records: 6, pages: [[EXAMPLE, 1270]], reports: [] },
  {
    file: "post-test.warc.gz",
    records: 6,
    pages: [
      ["http://httpbin.org/post", 545],
      ["http://httpbin.org/post", 552],
      ["http://httpbin.org/post?foo=bar", 551],
    ],
    reports: [],
  },
];
