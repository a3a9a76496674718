/** Deployments that create something in each cloud, as the examples do, for edits. */
const organization = {
	name: "Example Corp",
	uuid: "6f1c1b0e-4c7a-4f0e-9b57-2a3a5a0b7c11",
	identifier: "com.example.cowork",
};

/** People sign in at IAM Identity Center. */
export const bedrockPeople = {
	name: "eu",
	organization,
	inference: {
		bedrock: {
			region: "eu-central-1",
			models: ["eu.anthropic.claude-sonnet-5"],
			signIn: {
				identityCenter: {
					startUrl: "https://example.awsapps.com/start",
					region: "eu-central-1",
					accountId: "123456789012",
				},
			},
			provision: { agreements: ["anthropic.claude-sonnet-5", "anthropic.claude-opus-4-8"] },
		},
	},
	groups: {
		pilot: {
			preset: "standard",
			members: { identityCenterGroup: "claude-pilot" },
			inference: { models: ["eu.anthropic.claude-sonnet-5", "eu.anthropic.claude-opus-4-8"] },
		},
		general: { preset: "lockedDown", members: { identityCenterGroup: "claude-general" } },
	},
	firewall: { squid: { dedicated: true, accept: ["widened"] } },
};

/** Devices carry a key, and call by endpoints in a network. */
export const bedrockPrivate = {
	name: "private",
	organization,
	inference: {
		bedrock: {
			region: "eu-central-1",
			models: ["eu.anthropic.claude-sonnet-5"],
			signIn: { bearerToken: {} },
			provision: {
				accountId: "123456789012",
				agreements: ["anthropic.claude-sonnet-5"],
				bearerKey: { ageDays: 90, current: "first" },
				privateEndpoints: {
					vpcId: "vpc-0a1b2c3d4e5f60718",
					subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-1a1b2c3d4e5f60718"],
					clientCidrs: ["10.20.0.0/16"],
					otherPrincipals: "deny",
				},
			},
		},
	},
	groups: { general: { preset: "lockedDown" } },
};

/** People come by a workforce pool. */
export const vertexPeople = {
	name: "eu",
	organization,
	app: { minimumVersion: "2.16120.0" },
	inference: {
		vertex: {
			projectId: "example-cowork",
			region: "eu",
			models: ["claude-sonnet-5"],
			signIn: { workforce: { oidc: { issuer: "https://login.example.com", clientId: "cowork" } } },
			provision: {
				workforce: { poolId: "example-people", providerId: "example-okta" },
				enabledModels: ["claude-sonnet-5"],
				role: { id: "cowork" },
			},
		},
	},
	groups: {
		pilot: { preset: "standard", members: { principalSet: "group/claude-pilot" } },
		general: { preset: "lockedDown", members: { principalSet: "group/claude-general" } },
	},
};

/** People sign in at Entra ID, and call by an endpoint in a network. */
export const foundryPeople = {
	name: "us",
	organization,
	inference: {
		foundry: {
			resource: "example-claude-private",
			models: ["sonnet"],
			signIn: { entra: { tenantId: "9d2c4e61-7a3f-4b58-8c90-1e5f6a7b8c02", flow: "browser" } },
			provision: {
				subscription: "3b7f9a52-5c1e-4d0a-9e64-8f2d1c7b6a01",
				resourceGroup: { name: "claude-private" },
				location: "eastus2",
				deployments: {
					sonnet: { model: "claude-sonnet-5", version: "2", hosting: "azure", sku: "DataZoneStandard", capacity: 500 },
				},
				provider: { organization: "Example Corp", country: "US", industry: "finance" },
				app: { consent: true },
				privateEndpoint: {
					subnetId:
						"/subscriptions/3b7f9a52-5c1e-4d0a-9e64-8f2d1c7b6a01/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/office/subnets/claude",
					virtualNetworkId:
						"/subscriptions/3b7f9a52-5c1e-4d0a-9e64-8f2d1c7b6a01/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/office",
				},
				diagnostics: { retentionDays: 365 },
			},
		},
	},
	groups: {
		general: { preset: "lockedDown", members: { entraGroupId: "7c5b2d80-1f4e-4a96-b3c7-9d0e8f6a5b05" } },
	},
};
