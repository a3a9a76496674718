import { plistText } from "../profiles/plist-writer.js";
import { type TrustFile, type TrustRequest, trustHead } from "./trust.js";

/**
 * https://claude.com/docs/third-party/claude-desktop/telemetry#tls-intercepting-proxies-on-macos: the command line part
 * trusts the System keychain, but not a certificate whose trust is restricted to one policy; the variable is the way out
 * where MDM restricts it.
 */
export function macosTrust(request: TrustRequest): readonly TrustFile[] {
	const { identifierPrefix, deployment } = request.identity;
	const label = `${identifierPrefix}.${deployment}.extra-ca-certs`;
	const pem = `/Library/Application Support/${label}/ca.pem`;
	return [
		{ name: "TRUST.md", mediaType: "text/markdown", content: steps(request, label, pem) },
		{ name: "trust-ca.sh", mediaType: "text/x-shellscript", content: trustScript },
		{ name: "extra-ca.sh", mediaType: "text/x-shellscript", content: extraScript(label, pem) },
		{ name: `${label}.plist`, mediaType: "application/xml", content: launchAgent(label, pem) },
	];
}

const trustScript = `#!/bin/sh
# Trusts a certificate for everything on this Mac. Usage, as root: trust-ca.sh corp-ca.pem
set -eu
# Without -p: trust for one policy alone is not seen by the app's command line part.
/usr/bin/security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain "$1"
`;

function extraScript(label: string, pem: string): string {
	return `#!/bin/sh
# Hands every certificate of the System keychain to the app, for all users. Usage, as root: extra-ca.sh
# Needs ${label}.plist beside it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
/bin/mkdir -p "/Library/Application Support/${label}"
/usr/bin/security find-certificate -a -p /Library/Keychains/System.keychain > "${pem}"
/bin/chmod 644 "${pem}"
/usr/bin/install -o root -g wheel -m 644 "$here/${label}.plist" /Library/LaunchAgents/
`;
}

/** Sets the variable at login, because what launchctl sets is gone with the next start. */
function launchAgent(label: string, pem: string): string {
	return plistText({
		Label: label,
		ProgramArguments: ["/bin/launchctl", "setenv", "NODE_EXTRA_CA_CERTS", pem],
		RunAtLoad: true,
	});
}

function steps(request: TrustRequest, label: string, pem: string): string {
	return `${trustHead(request, "macOS")}
1. Trust the proxy's CA on each Mac with full root trust, in the System keychain: by \`trust-ca.sh corp-ca.pem\` as root,
   or by MDM. Check it: a CA that was added for SSL alone (\`add-trusted-cert -p ssl\`) works in browsers, while inference
   and tools of the app fail with a certificate error.
2. Only where MDM restricts the trust and that cannot be changed: run \`extra-ca.sh\` as root. It writes the System
   keychain's certificates to \`${pem}\` and installs
   \`/Library/LaunchAgents/${label}.plist\`, which sets \`NODE_EXTRA_CA_CERTS\` at every login.
   Run it again when a certificate changes. Users log in anew, or quit and start Claude after
   \`launchctl setenv NODE_EXTRA_CA_CERTS "${pem}"\`.
3. To go back: remove that plist and the folder of \`ca.pem\`, run \`launchctl unsetenv NODE_EXTRA_CA_CERTS\`, and
   remove the CA from the System keychain.

Source: https://claude.com/docs/third-party/claude-desktop/telemetry
`;
}
