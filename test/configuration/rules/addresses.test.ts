import { expect, test } from "vitest";
import { type RuleCase, ruleProblems } from "./problems.js";

const secret = { fromEnv: "SECRET" };
const problem = (place: string) =>
	`settings.${place}: decides which hosts are open, so it cannot be a secret; write the value`;
const off = "warning: settings.bootstrapUrl: has no effect while bootstrapEnabled is false; remove one of the two";
const server = (members: object) => ({ managedMcpServers: [{ name: "a" }, { name: "b", ...members }] });

test.each<RuleCase>([
	[server({ url: secret }), {}, [problem("managedMcpServers[1].url")]],
	[server({ host: secret }), {}, [problem("managedMcpServers[1].host")]],
	[server({ tenantId: secret }), {}, [problem("managedMcpServers[1].tenantId")]],
	[server({ customUrl: secret }), {}, [problem("managedMcpServers[1].customUrl")]],
	[
		server({ oauth: { authorizationServer: [secret] } }),
		{},
		[problem("managedMcpServers[1].oauth.authorizationServer[0]")],
	],
	[server({ oauth: { tokenUrl: secret } }), {}, [problem("managedMcpServers[1].oauth.tokenUrl")]],
	[{ inferenceGatewayOidc: { clientId: secret, issuer: secret } }, {}, [problem("inferenceGatewayOidc.issuer")]],
	[
		{ bootstrapUrl: "https://a.example.com", bootstrapEnabled: false, bootstrapOidc: { authorizationUrl: secret } },
		{},
		[off, problem("bootstrapOidc.authorizationUrl")],
	],
	[{ allowedPluginMcpServers: [{ serverUrl: secret }] }, {}, [problem("allowedPluginMcpServers[0].serverUrl")]],
	[server({ headers: { authorization: secret }, oauth: { clientSecret: secret } }), {}, []],
])("%j", (settings, circumstances, problems) => {
	expect(ruleProblems(settings, circumstances)).toEqual(problems);
});
