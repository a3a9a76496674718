import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Without warnings and without secrets. */
export const plain = `name: eu
organization:
  name: Example Corp
  uuid: 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11
  identifier: com.example.cowork
inference:
  gateway:
    baseUrl: https://llm.example.com
    signIn: { interactive: {} }
groups:
  pilot:
    preset: none
    platforms: [linux]
    settings: { disableAutoUpdates: true }
`;

/** With a secret that every profile carries. */
export const withSecret = plain.replace("interactive: {}", "apiKey: { fromEnv: GATEWAY_KEY }");

/** Whose route creates a key for one group and another one for the other. */
export const provisioned = plain
	.replace(
		/ {2}gateway:[\s\S]*?signIn: \{ interactive: \{\} \}/,
		`  bedrock:
    region: eu-central-1
    models: [eu.anthropic.claude-sonnet-5]
    signIn: { bearerToken: {} }
    provision:
      accountId: "123456789012"
      bearerKey: { ageDays: 90, current: second, previous: first }`,
	)
	.concat(`  legal:
    preset: none
    platforms: [linux]
    inference: { models: [eu.anthropic.claude-opus-4-8] }
`);

/** Model deployments of both who host them. */
export const onFoundry = plain.replace(
	/ {2}gateway:[\s\S]*?signIn: \{ interactive: \{\} \}/,
	`  foundry:
    resource: example-claude
    models: [sonnet, fast]
    signIn: { apiKey: { fromEnv: COWORK_TEST_FOUNDRY_KEY } }
    provision:
      subscription: 0f9e2f2b-63c3-4f5e-8e55-0b7b5b8b1a11
      resourceGroup: { name: claude }
      location: eastus2
      deployments:
        sonnet: { model: claude-sonnet-5, version: "2", hosting: azure, sku: DataZoneStandard, capacity: 40 }
        fast: { model: claude-haiku-4-5, version: "20251001", hosting: anthropic, sku: GlobalStandard, capacity: 40 }
      provider: { organization: Example Corp, country: US, industry: other }
      settled: [marketplaceTerms, quota, dataBoundary, sharedKey, softDelete]`,
);

/** One of several deployments, which needs one host of its own besides those that all need. */
export function branch(name: string, { firewall = "", clients = "" } = {}): string {
	return `name: ${name}
organization: { name: Example Corp, uuid: 6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11 }
app: { installer: offline }
inference:
  gateway:
    baseUrl: https://llm.example.com
    signIn: { interactive: {} }
settings:
  disableEssentialTelemetry: true
  disableNonessentialTelemetry: true
  disableNonessentialServices: true
  disableAutoUpdates: true
  modelCatalogEnabled: false
  skipWebFetchPreflight: true
  isDesktopExtensionEnabled: false
  isLocalDevMcpEnabled: false
  sshHostAllowlist: []
groups:
  general: { preset: none, platforms: [macos]${clients && `, clients: ${clients}`} }
  pilot: { preset: none, platforms: [macos]${clients && `, clients: ${clients}`}, settings: { otlpEndpoint: "https://otel.${name}.example.com" } }
firewall: {${firewall && ` ${firewall} `}}
`;
}

/** With three mistakes and a warning. */
export const broken = `name: EU
organization: { name: Example Corp }
inference:
  gateway:
    baseUrl: https://llm.example.com
    signIn: { interactive: {} }
settings:
  otlpEndpont: https://otel.example.com
groups:
  pilot: { preset: standrad }
`;

/** A deployment from its groups on replaced. */
export function withEnd(text: string, end: string): string {
	return text.slice(0, text.indexOf("groups:")) + end;
}

/** Writes a deployment file below a folder and returns its path. */
export function write(folder: string, text: string, name = "deployment.yaml"): string {
	const file = path.join(folder, name);
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, text);
	return file;
}
