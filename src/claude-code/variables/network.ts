import { httpUrl } from "../../configuration/values/url.js";
import { text } from "../../shape/build.js";
import type { CodeVariable } from "../code-setting.js";
import { on, someOf } from "../values/variable-values.js";

/** Proxies, certificates and connections. */
export const networkVariables = {
	HTTPS_PROXY: { shape: httpUrl, summary: "Proxy; may hold credentials.", secret: true },
	HTTP_PROXY: { shape: httpUrl, summary: "Proxy.", secret: true },
	NO_PROXY: { shape: text(), summary: "Names that bypass the proxy; loopback and the collector belong in it." },
	NODE_EXTRA_CA_CERTS: { shape: text(), summary: "Extra CA file." },
	CLAUDE_CODE_CERT_STORE: { shape: someOf(["bundled", "system"]), summary: "CA sources; default bundled,system." },
	CLAUDE_CODE_PROXY_RESOLVES_HOSTS: { shape: on, summary: "Proxy resolves names." },
	CLAUDE_CODE_CLIENT_CERT: { shape: text(), summary: "Client certificate (also OTLP over HTTP)." },
	CLAUDE_CODE_CLIENT_KEY: { shape: text(), summary: "Client key file." },
	CLAUDE_CODE_CLIENT_KEY_PASSPHRASE: { shape: text(), summary: "Passphrase of the key.", secret: true },
	CLAUDE_CODE_GZIP_REQUEST_BODIES: { shape: on, summary: "Compressed requests.", since: "2.1.291", unverified: true },
} satisfies Readonly<Record<string, CodeVariable>>;
