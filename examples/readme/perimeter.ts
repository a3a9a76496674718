import { CoworkDeployment, CoworkPerimeter, gateway, local, squid } from "pulumi-cowork";

const us = new CoworkDeployment("us", {
	organization: { name: "Example Corp", uuid: "24cfa9e2-6d1e-4ef7-b4bd-653028b8a735" },
	inference: gateway({ baseUrl: "https://llm.example.com", signIn: { interactive: {} } }),
	settings: { otlpEndpoint: "https://otel.example.com" },
	groups: { pilot: { preset: "lockedDown", clients: ["10.40.0.0/16"] } },
});

const perimeter = new CoworkPerimeter("perimeter", {
	deployments: [us, "examples/shared-proxy/deployment.yaml"],
	firewall: [squid({ dedicated: true, accept: ["widened"] })],
	publish: { stores: [local({ directory: "./published" })] },
});

export const hosts = perimeter.egress.hosts.map(({ host }) => host);
