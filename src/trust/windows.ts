import { type TrustFile, type TrustRequest, trustHead } from "./trust.js";

/**
 * The app's vendor tells the steps for macOS alone. The command line part reads the system's store on every platform by
 * default (https://code.claude.com/docs/en/network-config, `CLAUDE_CODE_CERT_STORE`), and takes more from a file.
 */
export function windowsTrust(request: TrustRequest): readonly TrustFile[] {
	const folder = `%ProgramData%\\${request.identity.identifierPrefix}`;
	return [
		{ name: "TRUST.md", mediaType: "text/markdown", content: steps(request, folder) },
		{ name: "trust-ca.cmd", mediaType: "application/x-bat", content: crlf(trustScript) },
		{ name: "extra-ca.cmd", mediaType: "application/x-bat", content: crlf(extraScript(folder)) },
	];
}

const trustScript = `@echo off
rem Trusts a certificate on this machine. Usage, as administrator: trust-ca.cmd corp-ca.cer
if "%~1"=="" exit /b 2
certutil -f -addstore Root "%~1"
exit /b %errorlevel%
`;

function extraScript(folder: string): string {
	return `@echo off
rem Hands a PEM file of certificates to the app, for all users. Usage, as administrator: extra-ca.cmd corp-ca.pem
if "%~1"=="" exit /b 2
if not exist "${folder}" mkdir "${folder}" || exit /b 1
copy /y "%~1" "${folder}\\ca.pem" || exit /b 1
setx NODE_EXTRA_CA_CERTS "${folder}\\ca.pem" /m
exit /b %errorlevel%
`;
}

function crlf(text: string): string {
	return text.replaceAll("\n", "\r\n");
}

function steps(request: TrustRequest, folder: string): string {
	return `${trustHead(request, "Windows")}
1. Trust the proxy's CA on each machine, in the store \`Root\` of the machine: by \`trust-ca.cmd corp-ca.cer\` as
   administrator, by group policy (Public Key Policies, Trusted Root Certification Authorities) or by MDM.
2. Only where requests of the app still fail with a certificate error: run \`extra-ca.cmd corp-ca.pem\` as administrator.
   It copies the PEM file to \`${folder}\\ca.pem\` and sets \`NODE_EXTRA_CA_CERTS\` for the machine.
   Users sign in anew.
3. To go back: delete the variable and that file, and remove the CA from the store.

Sources: https://code.claude.com/docs/en/network-config (which stores are read, and the variable),
https://learn.microsoft.com/windows-server/administration/windows-commands/certutil
`;
}
