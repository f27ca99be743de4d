import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

// Upstream's meson.build names these outside its list of common sources.
const furtherSources = [
  "DepLibWebRTC",
  "RTC/TransportCongestionControlClient",
  "RTC/TransportCongestionControlServer",
  "main",
];

/** The worker's own sources, read from upstream's meson.build. */
export function workerSources(worker) {
  const common = sourceList(worker, "meson.build", "common_sources").filter((file) => file.endsWith(".cpp"));
  const further = furtherSources.map((name) => path.join(worker, "src", `${name}.cpp`));
  return [...new Set([...common, ...further])];
}

/** The part of libwebrtc that the worker carries, read from its meson.build. */
export function libwebrtcSources(worker) {
  return sourceList(worker, "deps/libwebrtc/meson.build", "libwebrtc_sources").filter((file) => file.endsWith(".cc"));
}

function sourceList(worker, mesonFile, name) {
  const meson = readFileSync(path.join(worker, mesonFile), "utf8");
  const list = new RegExp(`^${name} = \\[([^\\]]*)\\]`, "m").exec(meson)?.[1];
  if (list === undefined) throw new Error(`no ${name} in ${mesonFile}`);
  const files = [...list.matchAll(/'([^']+)'/g)].map(([, file]) => file);
  return [...new Set(files)].map((file) => path.join(worker, path.dirname(mesonFile), file));
}

/**
 * Replaces DtlsTransport.cpp in `sources` by a corrected copy. Its BIO callback answers 1 to every control call instead of passing
 * the BIO's own answer on; an OpenSSL with kernel TLS (Debian's, not the one upstream bundles) then believes that the BIO does
 * kernel TLS, allocates no write buffer, and the worker crashes at the first browser's ClientHello.
 */
export function writePatchedDtls(sources, workbench) {
  const original = sources.find((file) => file.endsWith("/RTC/DtlsTransport.cpp"));
  const patched = path.join(workbench, "DtlsTransport.cpp");
  writeFileSync(patched, patchDtls(readFileSync(original, "utf8")));
  return sources.map((file) => (file === original ? patched : file));
}

/** The corrected text of DtlsTransport.cpp; throws when upstream has changed the place, so that nobody ships a crash. */
export function patchDtls(text) {
  const before = "(operationType == BIO_CB_RETURN)";
  if (!text.includes(before)) throw new Error(`DtlsTransport.cpp has changed upstream: no ${before} in it`);
  return text.replace(before, "((operationType & BIO_CB_RETURN) != 0)");
}

/** Generates the C++ of the messages between Node and the worker (FlatBuffers) into the workbench. */
export function writeMessages(worker, workbench, tool) {
  const schemas = readdirSync(path.join(worker, "fbs")).filter((file) => file.endsWith(".fbs"));
  const output = path.join(workbench, "fbs/FBS");
  mkdirSync(output, { recursive: true });
  const style = ["--cpp-field-case-style", "lower", "--reflect-names", "--scoped-enums", "--filename-suffix", ""];
  tool("flatc", ["--cpp", ...style, "-o", output, ...schemas.map((file) => path.join(worker, "fbs", file))]);
}
