/** A profile with the members that the tool's own documentation names. */
export const identityCenter = (collectorToken: string) => ({
	schema_version: "2.0",
	aws_region: "eu-central-1",
	auth_type: "idc",
	idc_start_url: "https://acme.awsapps.com/start",
	idc_account_id: "210987654321",
	idc_permission_set_name: "ClaudeUsers",
	sso_region: "eu-west-1",
	selected_model: "eu.anthropic.claude-sonnet-5",
	monitoring_enabled: true,
	monitoring_mode: "central",
	otel_collector_endpoint: "https://otel.acme.example:443",
	cowork_service_token: collectorToken,
	quota_monitoring_enabled: true,
	quota_limit_type: "cost",
	tags: { team: "ai" },
	cowork_3p_extra_keys: { deploymentDisplayName: "Acme", disableAutoUpdates: "true" },
});
