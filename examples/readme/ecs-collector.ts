import { EcsCollector } from "pulumi-cowork/aws";
import { parseDeployment } from "pulumi-cowork/core";

const secret = "arn:aws:secretsmanager:eu-central-1:111122223333:secret";

const { collector } = parseDeployment({
	name: "eu",
	organization: { name: "Example Corp", uuid: "7b1d5c0e-92f3-4b8a-a6d4-3e0f5c2b8d17" },
	inference: {
		gateway: { baseUrl: "https://llm.example.com", models: ["claude-sonnet-5"], signIn: { interactive: {} } },
	},
	observability: {
		tier: "metadata",
		collector: {
			auth: { token: { fromEnv: "COLLECTOR_TOKEN" }, helper: "/opt/example/collector-token" },
			sinks: {
				metrics: { endpoint: "https://metrics.example.com" },
				events: { endpoint: "https://siem.example.com", headers: { Authorization: { fromEnv: "SIEM_TOKEN" } } },
			},
			provision: {
				ecs: {
					region: "eu-central-1",
					vpcId: "vpc-0123456789abcdef0",
					subnetIds: ["subnet-0a", "subnet-0b"],
					clientCidrs: ["10.0.0.0/8"],
					address: {
						name: "otel.example.com",
						certificateArn: "arn:aws:acm:eu-central-1:111122223333:certificate/0123",
						zoneId: "Z0123456789ABC",
					},
					secrets: {
						COLLECTOR_TOKEN: { arn: `${secret}:collector-AbCdEf` },
						COWORK_PSEUDONYM_KEY: { arn: `${secret}:pseudonyms-AbCdEf` },
						SIEM_TOKEN: { arn: `${secret}:siem-AbCdEf` },
					},
				},
			},
		},
	},
	groups: { general: { preset: "standard", platforms: ["macos", "linux"] } },
});
if (!collector) throw new Error("the deployment creates no collector");

/** Where the collector is; profiles, hosts and files are what CoworkDeployment adds. */
export const { balancer } = new EcsCollector("eu", { plan: collector.plan });
