/** A deployment of many groups, each with a preset, a sandbox list and a name of its own. */
export function deploymentOf(count, profiles = {}) {
	// What is asked for a bootstrap server has to be for somebody.
	const isServed = "bootstrapResponse" in profiles;
	const presets = ["standard", "restricted", "lockedDown"];
	const groups = Array.from({ length: count }, (_, index) => [
		`group-${String(index).padStart(4, "0")}`,
		{
			preset: presets[index % presets.length],
			settings: {
				deploymentDisplayName: `Group ${index}`,
				coworkEgressAllowedHosts: [`*.group-${index}.example.com`, "*.example.org"],
				skipWebFetchPreflight: true,
				...(isServed && { bootstrapUrl: "https://llm.example.com/bootstrap" }),
			},
			...(isServed && { delivery: "bootstrap" }),
		},
	]);
	return {
		name: "bench",
		organization: {
			name: "Example Corp",
			uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11",
			identifier: "com.example.cowork",
		},
		inference: {
			gateway: {
				baseUrl: "https://llm.example.com",
				models: ["claude-sonnet-5", "claude-haiku-4-5"],
				signIn: { interactive: {} },
			},
		},
		settings: { otlpEndpoint: "https://otel.example.com" },
		groups: Object.fromEntries(groups),
		firewall: { hosts: {}, json: {}, squid: {} },
		profiles,
	};
}
