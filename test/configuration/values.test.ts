import { describe, expect, test } from "vitest";
import { settingProblems } from "../support/setting-problems.js";

const credentials = "has credentials in the URL; pass them as a secret of their own";
const noPlace = "has credentials in the URL; the app refuses them, and there is no other place for them: serve the";
const noPlaceForCatalog = `${noPlace} catalog to devices without`;
const noPlaceForFile = `${noPlace} file to devices without`;
const proxyCredentials =
	"has credentials in the URL; the app refuses them, and there is no other place for them: let the proxy accept the devices without";
const noScheme = "has no scheme; expected an address such as https://host.example.com";
const anotherMachine = "is plain http to another machine; expected https, or http to 127.0.0.1, localhost or [::1]";

describe("addresses", () => {
	test.each([
		["inferenceGatewayBaseUrl", "https://llm.example.com"],
		["inferenceGatewayBaseUrl", "http://127.0.0.1:4000"],
		["inferenceGatewayBaseUrl", "https://llm.internal:4000/base/v1"],
		["inferenceBedrockBaseUrl", "https://bedrock.example.com/anthropic"],
		["inferenceFoundryBaseUrl", "http://localhost:8080/anthropic"],
		["modelCatalogUrl", "http://[::1]:8080/catalog.json?v=1"],
		["egressProxyUrl", "http://proxy.example.com:3128"],
		["egressProxyPacUrl", "http://proxy.example.com/proxy.pac?site=1"],
		["userContentRendererUrl", "https://renderer.example.com"],
		["userContentRendererUrl", "https://renderer.example.com/"],
		["userContentRendererUrl", "https://renderer.example.com/frame"],
		["bootstrapUrl", "https://config.example.com/user/bootstrap?v=2"],
	])("%s takes %s", (name, value) => {
		expect(settingProblems(name, value)).toEqual([]);
	});

	test.each([
		["inferenceGatewayBaseUrl", "https://me:pw@llm.example.com", credentials],
		["inferenceGatewayBaseUrl", "https://token@llm.example.com", credentials],
		["inferenceGatewayBaseUrl", "https:me:pw@llm.example.com", credentials],
		["inferenceVertexBaseUrl", "https://me:pw@vertex.example.com", credentials],
		["inferenceBedrockBaseUrl", "https://me:pw@bedrock.example.com", credentials],
		["inferenceFoundryBaseUrl", "https://me:pw@foundry.example.com", credentials],
		["egressProxyUrl", "http://me:pw@proxy.example.com", proxyCredentials],
		["egressProxyUrl", "socks5://me:pw@proxy.example.com", proxyCredentials],
		["bootstrapUrl", "https://me:pw@config.example.com", credentials],
		["otlpEndpoint", "https://me:pw@otel.example.com", credentials],
		["modelCatalogUrl", "https://me:pw@catalog.example.com", noPlaceForCatalog],
		["egressProxyPacUrl", "https://me:pw@proxy.example.com/proxy.pac", noPlaceForFile],
		["userContentRendererUrl", "https://me:pw@renderer.example.com", credentials],
		["inferenceGatewayBaseUrl", "llm.example.com", noScheme],
		["inferenceGatewayBaseUrl", "llm.example.com:4000", noScheme],
		["inferenceGatewayBaseUrl", "ftp://llm.example.com", "has another scheme; expected https"],
		["inferenceVertexBaseUrl", "ftp://vertex.example.com", "has another scheme; expected http or https"],
		["egressProxyUrl", "socks5://proxy.example.com", "has another scheme; expected http or https"],
		["inferenceGatewayBaseUrl", "http://llm.internal:4000/base", anotherMachine],
		["inferenceGatewayBaseUrl", "http://127.0.0.2:4000", anotherMachine],
		[
			"inferenceGatewayBaseUrl",
			"https://llm.example.com/v1/messages/",
			"ends in /v1/messages, which the app appends itself; give the address without it",
		],
		[
			"otlpEndpoint",
			"https://otel.example.com/otlp/v1/metrics",
			"ends in /v1/metrics, which the app appends itself; give the address without it",
		],
		["bootstrapUrl", "http://config.example.com", anotherMachine],
		[
			"egressProxyUrl",
			"http://[::ffff:10.1.2.3]:3128",
			"its host is an IPv4 address inside an IPv6 one; write 10.1.2.3",
		],
		["inferenceFoundryBaseUrl", "http://foundry.example.com", anotherMachine],
		["modelCatalogUrl", "http://catalog.example.com", anotherMachine],
		[
			"modelCatalogUrl",
			"https://169.254.169.254/latest",
			"is a link-local or metadata address, which the app refuses; expected another host",
		],
		[
			"modelCatalogUrl",
			"https://metadata.google.internal",
			"is a link-local or metadata address, which the app refuses; expected another host",
		],
		["inferenceGatewayBaseUrl", "https://llm.example.com?key=1", "has a query; expected an address without one"],
		["otlpEndpoint", "https://otel.example.com#logs", "has a fragment; expected an address without one"],
		[
			"userContentRendererUrl",
			"https://localhost/frame",
			"leads to this machine, which the app refuses; expected another host",
		],
		["otlpEndpoint", "https://", "is no address; expected one such as https://host.example.com"],
		["otlpEndpoint", "https://otel.example.com:99999", "is no address; expected one such as https://host.example.com"],
		[
			"otlpEndpoint",
			"https://otel_1.example.com",
			'its host has "_"; a host name has letters, digits, hyphens and dots',
		],
		["otlpEndpoint", "https://otel.example.com/ x", "is no address; expected one such as https://host.example.com"],
		["otlpEndpoint", "", "is empty; give a value or leave it out"],
	])("%s refuses %s", (name, value, message) => {
		expect(settingProblems(name, value)).toEqual([`${name}: ${message}`]);
	});
});

describe("paths", () => {
	const variable = "has a variable, which the app does not expand; write the absolute path";
	const relative = "is no absolute path; expected one such as /opt/example/file or C:\\Example\\file";
	const withArguments = "has arguments, which the app does not split off; give them in args";

	test.each([
		["inferenceCredentialHelper", "/opt/example/helper"],
		["inferenceCredentialHelper", "/Applications/Our Helper.app/Contents/MacOS/helper"],
		["inferenceCredentialHelper", "C:\\Program Files\\Example\\helper.exe"],
		["inferenceCredentialHelper", "C:/Example/helper.exe"],
		["inferenceCredentialHelper", "\\\\files\\tools$\\helper.exe"],
		["inferenceCredentialHelperWindows", "C:/Example/helper.exe"],
		["inferenceVertexCredentialsFile", "/etc/example/credentials.json"],
		["inferenceBedrockAwsDir", "/opt/aws"],
	])("%s takes %s", (name, value) => {
		expect(settingProblems(name, value)).toEqual([]);
	});

	test.each([
		[
			"inferenceCredentialHelper",
			"~/bin/helper",
			"starts with ~, which the app does not expand; write the absolute path",
		],
		["inferenceCredentialHelper", "$HOME/bin/helper", variable],
		["inferenceCredentialHelper", "/home/$USER/helper", variable],
		["inferenceCredentialHelper", "%ProgramFiles%\\helper.exe", variable],
		["inferenceCredentialHelper", "C:\\Users\\%USERNAME%\\helper.exe", variable],
		["inferenceCredentialHelper", "bin/helper", relative],
		["inferenceCredentialHelper", "helper.exe", relative],
		["inferenceCredentialHelper", "C:helper.exe", relative],
		["inferenceCredentialHelper", '"C:\\Program Files\\helper.exe"', "is in quotes; write the path alone"],
		["inferenceCredentialHelper", "/opt/helper --token", withArguments],
		["inferenceCredentialHelper", "/opt/helper -t abc", withArguments],
		["inferenceCredentialHelper", "C:\\Example\\helper.exe /token", withArguments],
		["inferenceCredentialHelper", "/opt/helper.sh token", withArguments],
		["inferenceCredentialHelper", "/opt/helper ", "starts or ends with white space; remove it"],
		["inferenceCredentialHelper", "/opt/a\nb", "has line breaks or control characters; expected one line of text"],
		[
			"inferenceCredentialHelperWindows",
			"/opt/helper",
			"is no Windows path; expected one such as C:\\Example\\helper.exe",
		],
		["inferenceCredentialHelperWindows", "C:\\a.exe -x", withArguments],
		[
			"otlpHeadersHelper",
			"/opt/headers --json",
			"has arguments, which the app does not split off; write the path alone",
		],
		["bootstrapHeadersHelper", "headers", relative],
		["sshClientPath", "~/ssh", "starts with ~, which the app does not expand; write the absolute path"],
		["inferenceBedrockAwsCliPath", "aws", relative],
		["inferenceBedrockAwsDir", "~/.aws", "starts with ~, which the app does not expand; write the absolute path"],
		["inferenceVertexCredentialsFile", "$HOME/adc.json", variable],
	])("%s refuses %s", (name, value, message) => {
		expect(settingProblems(name, value)).toEqual([`${name}: ${message}`]);
	});

	test.each(['a"b', "100%", "a\tb"])("inferenceCredentialHelperArgs refuses %j", (value) => {
		expect(settingProblems("inferenceCredentialHelperArgs", ["-v", value])).toEqual([
			"inferenceCredentialHelperArgs[1]: has a double quote, a percent sign or a control character, which the app refuses",
		]);
	});

	test("inferenceCredentialHelperArgs refuses an empty argument", () => {
		expect(settingProblems("inferenceCredentialHelperArgs", [""])).toEqual([
			"inferenceCredentialHelperArgs[0]: is empty; give a value or leave it out",
		]);
	});
});

describe("workspace folders", () => {
	test.each([
		"~",
		"~/Documents/Claude",
		"~\\Documents",
		"%OneDrive%\\Claude",
		"/srv/%USERNAME%/work",
		"C:\\Work",
		"%APPDATA%",
	])("%s is taken", (path) => {
		expect(settingProblems("allowedWorkspaceFolders", [{ path }, path])).toEqual([]);
	});

	test.each([
		["Documents", "is no absolute path; expected one such as /opt/example/file or C:\\Example\\file"],
		["~other/Documents", "starts with ~, which the app does not expand; write the absolute path"],
		["$HOME/Documents", "has a variable, which the app does not expand; write the absolute path"],
		["/srv/%APPDATA%/work", "has a variable, which the app does not expand; write the absolute path"],
		[
			"%USERPROFILE%\\Documents",
			"has a variable the app does not expand; expected one of %OneDrive%, %OneDriveCommercial%, %OneDriveConsumer%, %APPDATA%, %LOCALAPPDATA%, %USERNAME%, %XDG_DOCUMENTS_DIR%",
		],
	])("%s is refused", (path, message) => {
		expect(settingProblems("allowedWorkspaceFolders", [{ path }])).toEqual([
			`allowedWorkspaceFolders[0].path: ${message}`,
		]);
	});
});

describe("lists of hosts", () => {
	test.each([
		["coworkEgressAllowedHosts", ["*"]],
		["coworkEgressAllowedHosts", ["api.example.com", "*.example.com", "10.0.0.1", "git.example.com:8443"]],
		["sshHostAllowlist", ["*", "build.example.com:2222", "*.example.com"]],
		["builtinBrowserAllowedDomains", ["example.com", "*.example.com"]],
		["builtinBrowserAllowedDomains", ["apps.example.com:9443"]],
		["builtinBrowserBlockedDomains", ["*", "*.github.io"]],
		["coworkEgressAllowedHosts", ["build_cache.example.com", "localhost", "API.Example.com"]],
		["sshHostAllowlist", ["buildbox"]],
	])("%s takes %j", (name, value) => {
		expect(settingProblems(name, value)).toEqual([]);
	});

	test.each([
		[
			"coworkEgressAllowedHosts",
			"https://a.example",
			"has a scheme; write the host alone; the app leaves the entry out",
		],
		["coworkEgressAllowedHosts", "a.example/path", "has a path; write the host alone; the app leaves the entry out"],
		[
			"coworkEgressAllowedHosts",
			"[2001:db8::1]",
			"is an IPv6 address, which the app does not match; write a host name; the app leaves the entry out",
		],
		[
			"coworkEgressAllowedHosts",
			"*.10.0.0.1",
			"is a wildcard over an IP address; write each address; the app leaves the entry out",
		],
		[
			"coworkEgressAllowedHosts",
			"*.com",
			"is a wildcard over a public suffix; name the domain, as in *.example.com; the app leaves the entry out",
		],
		["builtinBrowserAllowedDomains", "*", "stands for every host, which this list does not take; name the hosts"],
		[
			"builtinBrowserAllowedDomains",
			"*.co.uk",
			"is a wildcard over a public suffix; name the domain, as in *.example.com; the app ignores the entry",
		],
		[
			"builtinBrowserAllowedDomains",
			"*.github.io",
			"is a wildcard over a suffix that strangers share; name your own hosts below it; the app ignores the entry",
		],
		[
			"builtinBrowserBlockedDomains",
			"portal",
			"has a single label, of which only localhost alone is taken; write the whole name; the entry blocks nothing",
		],
		[
			"coworkEgressAllowedHosts",
			"wiki.example.com.",
			"is not written as the app matches it; write wiki.example.com; the app leaves the entry out",
		],
		[
			"coworkEgressAllowedHosts",
			"*.wiki\uff0eexample.com:8443",
			"is not written as the app matches it; write *.wiki.example.com:8443; the app leaves the entry out",
		],
		[
			"sshHostAllowlist",
			"bu\u00adild.example.com",
			"is not written as the app matches it; write build.example.com; the entry allows nothing",
		],
		[
			"coworkEgressAllowedHosts",
			"b\u00fccher.example",
			"is not written as the app matches it; write xn--bcher-kva.example; the app leaves the entry out",
		],
		[
			"sshHostAllowlist",
			"build..example.com",
			"has an empty label; write the dots only between labels; the entry allows nothing",
		],
		["sshHostAllowlist", "", "is empty; give a value or leave it out"],
	])("%s refuses %s", (name, value, message) => {
		expect(settingProblems(name, ["ok.example", value])).toEqual([`${name}[1]: ${message}`]);
	});
});

describe("identifiers", () => {
	test.each([
		["inferenceBedrockRegion", "us-gov-west-1"],
		["inferenceBedrockSsoRegion", "ap-southeast-2"],
		["inferenceBedrockSsoAccountId", "012345678901"],
		["inferenceVertexRegion", "us-east5"],
		["inferenceVertexRegion", "northamerica-northeast1"],
		["inferenceVertexRegion", "eu"],
		["inferenceVertexRegion", "global"],
		["inferenceVertexProjectId", "example.com:project-1"],
		["inferenceFoundryResource", "My-Resource"],
	])("%s takes %s", (name, value) => {
		expect(settingProblems(name, value)).toEqual([]);
	});

	const notUuid = "is no UUID; expected one such as 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11";
	test.each([
		["deploymentOrganizationUuid", "{6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11}", "has braces; write the UUID without them"],
		["deploymentOrganizationUuid", "6f1c1b0e4c7a4f0e9b572a3a5a0b7c11", notUuid],
		["deploymentOrganizationUuid", "example", notUuid],
		["inferenceBedrockRegion", "US-EAST-1", "is no AWS region; expected one such as us-east-1"],
		["inferenceBedrockRegion", "us-east5", "is no AWS region; expected one such as us-east-1"],
		["inferenceBedrockSsoAccountId", "1234-5678-9012", "is no AWS account id; expected 12 digits"],
		[
			"inferenceVertexRegion",
			"us-east-1",
			"is no Vertex AI region; expected one such as us-east5, or eu, us or global",
		],
		["inferenceFoundryResource", "a.b", "is no resource name; expected letters, digits and inner hyphens"],
		["disabledBuiltinTools", ["Bash("], undefined],
	])("%s refuses %s", (name, value, message) => {
		const expected =
			message === undefined
				? `${name}[0]: is no tool rule; expected a tool's name, alone or with a scope as in Bash(curl *)`
				: `${name}: ${message}`;
		expect(settingProblems(name, value)).toEqual([expected]);
	});
});
