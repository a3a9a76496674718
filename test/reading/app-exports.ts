/** As the app's window writes it: unsorted, native types, JSON with bare quotes, a user's scope. */
export const exportedProfile = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
	<dict>
		<key>PayloadContent</key>
		<array>
			<dict>
				<key>PayloadType</key>
				<string>com.anthropic.claudefordesktop</string>
				<key>PayloadIdentifier</key>
				<string>com.anthropic.claudefordesktop.settings</string>
				<key>PayloadUUID</key>
				<string>0B6B63C5-2A4B-4C85-8A0C-0D9B3D3C6A11</string>
				<key>PayloadVersion</key>
				<integer>1</integer>
				<key>PayloadDisplayName</key>
				<string>Claude Desktop</string>
				<key>inferenceProvider</key>
				<string>bedrock</string>
				<key>inferenceBedrockRegion</key>
				<string>eu-central-1</string>
				<key>inferenceBedrockBearerToken</key>
				<string>bedrock-api-key-of-the-sample</string>
				<key>inferenceModels</key>
				<string>["eu.anthropic.claude-sonnet-5",{"name":"eu.anthropic.claude-haiku-4-5-20251001-v1:0","labelOverride":"Fast"}]</string>
				<key>isLocalDevMcpEnabled</key>
				<false/>
				<key>disableAutoUpdates</key>
				<true/>
				<key>autoUpdaterEnforcementHours</key>
				<integer>48</integer>
				<key>deploymentOrganizationUuid</key>
				<string>6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c12</string>
				<key>managedMcpServers</key>
				<string>[{"name":"wiki","source":"user","transport":"http","url":"https://wiki.example.com/mcp","oauth":true},{"name":"tickets","source":"user","transport":"stdio","command":"/usr/local/bin/tickets","args":["--eu"],"env":{"TICKETS_TOKEN":"token-of-the-sample","LEVEL":"debug"}}]</string>
			</dict>
		</array>
		<key>PayloadDisplayName</key>
		<string>Claude Desktop Third-Party Inference</string>
		<key>PayloadIdentifier</key>
		<string>com.anthropic.claudefordesktop.profile</string>
		<key>PayloadType</key>
		<string>Configuration</string>
		<key>PayloadUUID</key>
		<string>7A0D0C1E-5B3F-4E29-8E63-2F4B0B9F8C22</string>
		<key>PayloadVersion</key>
		<integer>1</integer>
		<key>PayloadScope</key>
		<string>User</string>
	</dict>
</plist>
`;

/** As the app's window writes it for Windows: the user's hive, unsorted, double words. */
export const exportedRegistry = [
	"Windows Registry Editor Version 5.00",
	"",
	"[HKEY_CURRENT_USER\\SOFTWARE\\Policies\\Claude]",
	'"inferenceProvider"="gateway"',
	'"inferenceCredentialKind"="static"',
	'"inferenceGatewayApiKey"="key-of-the-sample"',
	'"inferenceGatewayBaseUrl"="https://llm.example.com"',
	'"inferenceModels"="[\\"claude-sonnet-5\\"]"',
	'"disableAutoUpdates"=dword:00000001',
	'"autoUpdaterEnforcementHours"=dword:00000018',
	"",
].join("\r\n");

/** As the app exports it in JSON. */
export const exportedJson = {
	$schemaVersion: 2,
	inference: {
		provider: "gateway",
		baseUrl: "https://llm.example.com",
		credential: { kind: "helper-script", command: "/opt/token", ttlSec: 900 },
	},
	models: { list: ["claude-sonnet-5"], discoveryEnabled: false },
	workspace: { allowedEgressHosts: ["*.example.org"], disabledBuiltinTools: ["WebSearch"] },
	otlp: { endpoint: "https://otel.example.com:4318", headers: { authorization: "Bearer token-of-the-sample" } },
	banner: { enabled: true, text: "Managed" },
	somethingElse: { leaf: 1 },
};

/** Texts of credentials in the files above. */
export const sampleSecrets = ["bedrock-api-key-of-the-sample", "token-of-the-sample", "key-of-the-sample"];
