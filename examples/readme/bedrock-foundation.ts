import { BedrockFoundation } from "pulumi-cowork/aws";

const foundation = new BedrockFoundation("foundation", {
	region: "eu-central-1",
	accountId: "123456789012",
	useCase: {
		companyName: "Example Corp",
		companyWebsite: "https://example.com",
		intendedUsers: "0",
		industryOption: "Energy",
		useCases: "drafting and research",
	},
	agreements: { "anthropic.claude-sonnet-5": {} },
	logging: { to: { logGroup: {} }, retentionDays: 365 },
});

export const { logging } = foundation;
