{{/* Settings: one map of Guildhall's own keys for each service, written as application.properties. */}}

{{- define "guildhall.scheme" -}}
{{- ternary (printf "%ss" .scheme) .scheme (and .root.Values.public.tls (ne .root.Values.public.host "")) -}}
{{- end -}}

{{/* The address of a service inside of the cluster. Takes root and name. */}}
{{- define "guildhall.internalHost" -}}
{{- printf "%s.%s.svc.%s:8080" (include "guildhall.name" .) .root.Release.Namespace .root.Values.clusterDomain -}}
{{- end -}}

{{/* Where clients reach a path. Takes root, scheme, path, given and service. */}}
{{- define "guildhall.publicUrl" -}}
{{- if .given -}}
{{- .given -}}
{{- else if .root.Values.public.host -}}
{{- printf "%s://%s%s" (include "guildhall.scheme" .) .root.Values.public.host .path -}}
{{- else -}}
{{- $name := ternary "standalone" .service (eq .root.Values.mode "standalone") -}}
{{- printf "%s://%s%s" .scheme (include "guildhall.internalHost" (dict "root" .root "name" $name)) .path -}}
{{- end -}}
{{- end -}}

{{/* Settings that every service gets. Takes the root. */}}
{{- define "guildhall.commonSettings" -}}
quarkus.http.host: "0.0.0.0"
quarkus.http.port: "8080"
quarkus.management.host: "0.0.0.0"
quarkus.management.port: "8090"
quarkus.grpc.server.host: "0.0.0.0"
quarkus.grpc.server.port: "9000"
guildhall.live.file: /etc/guildhall/settings/live.properties
quarkus.log.level: {{ .Values.observability.logLevel }}
{{- with .Values.observability.traces }}
{{- if .endpoint }}
quarkus.otel.sdk.disabled: "false"
quarkus.otel.exporter.otlp.endpoint: {{ .endpoint }}
guildhall.observability.trace-ratio: {{ .ratio | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Settings of the services that speak to each other. Takes the root. */}}
{{- define "guildhall.trustedSettings" -}}
{{- if and (ne .Values.internalTls.mode "none") (eq .Values.mode "cluster") }}
guildhall.cluster.tls.certificate: /etc/guildhall/tls/tls.crt
guildhall.cluster.tls.key: /etc/guildhall/tls/tls.key
guildhall.cluster.tls.authority: /etc/guildhall/tls/ca.crt
guildhall.cluster.tls.name: {{ .Values.internalTls.name }}
{{- end }}
{{- end -}}

{{/* Settings of the services that clients reach: the others do not restart for them. Takes the root. */}}
{{- define "guildhall.publicSettings" -}}
{{- $public := .Values.public -}}
guildhall.public.api-url: {{ include "guildhall.publicUrl" (dict "root" . "scheme" "http" "path" "/api" "given" $public.apiUrl "service" "api") }}
guildhall.public.cdn-url: {{ include "guildhall.publicUrl" (dict "root" . "scheme" "http" "path" "/cdn" "given" $public.cdnUrl "service" "api") }}
guildhall.public.gateway-url: {{ include "guildhall.publicUrl" (dict "root" . "scheme" "ws" "path" "/gateway" "given" $public.gatewayUrl "service" "gateway") }}
{{- $proxies := $public.trustedProxies -}}
{{- if and (not $proxies) (or .Values.ingress.enabled .Values.gatewayApi.enabled) -}}
{{- $proxies = list "10.0.0.0/8" "172.16.0.0/12" "192.168.0.0/16" "100.64.0.0/10" "fc00::/7" -}}
{{- end }}
{{- with $proxies }}
guildhall.public.trusted-proxies: {{ join "," . }}
{{- end }}
{{- with .Values.connections }}
guildhall.connections.maximum: {{ int .maximum | quote }}
guildhall.connections.per-address: {{ int .perAddress | quote }}
{{- with .notCounted }}
guildhall.connections.not-counted: {{ printf "127.0.0.0/8,::1/128,%s" (join "," .) }}
{{- end }}
{{- end }}
{{- end -}}

{{/*
All settings of a service: common ones, what its table entry and its backends need, the operator's common ones, the
operator's for the service. Takes root, name and service; give the result to fromYaml.
*/}}
{{- define "guildhall.serviceSettings" -}}
{{- $service := .service -}}
{{- $settings := include "guildhall.commonSettings" .root | fromYaml -}}
{{- if include "guildhall.trusted" $service -}}
{{- $settings = mergeOverwrite $settings (include "guildhall.trustedSettings" .root | fromYaml) -}}
{{- end -}}
{{- if $service.facts.paths -}}
{{- $settings = mergeOverwrite $settings (include "guildhall.publicSettings" .root | fromYaml) -}}
{{- end -}}
{{- range $service.facts.backends -}}
{{- $settings = mergeOverwrite $settings (include (printf "guildhall.%sSettings" .) $.root | fromYaml) -}}
{{- end -}}
{{- if and $service.facts.publishes (include "guildhall.publishes" .root) -}}
{{- $_ := set $settings "guildhall.event-log.enabled" "true" -}}
{{- if include "guildhall.pushes" .root -}}
{{- $_ := set $settings "guildhall.event-log.facts" "messages,pushes,devices" -}}
{{- end -}}
{{- end -}}
{{- if and $service.facts.registers (include "guildhall.pushes" .root) -}}
{{- $_ := set $settings "guildhall.api.push-key" .root.Values.push.publicKey -}}
{{- $_ := set $settings "guildhall.api.push-providers" (join "," .root.Values.push.providers) -}}
{{- end -}}
{{- if $service.facts.keys -}}
{{- $settings = mergeOverwrite $settings (include "guildhall.pushAccountSettings" .root | fromYaml) -}}
{{- end -}}
{{- with $service.facts.drain -}}
{{- $_ := set $settings .timeout (printf "%sS" (include "guildhall.drainSeconds" $service)) -}}
{{- with .perSecond -}}
{{- $_ := set $settings . (toString (int $service.drain.perSecond)) -}}
{{- end -}}
{{- end -}}
{{- if $service.sessions.maximum -}}
{{- range (($service.facts.sessions | default dict).limits | default list) -}}
{{- $_ := set $settings . (toString (int $service.sessions.maximum)) -}}
{{- end -}}
{{- end -}}
{{- with $service.volumeName -}}
{{- range (($service.facts.volumeSettings | default list)) -}}
{{- $_ := set $settings . (printf "/var/lib/guildhall/%s" $service.volumeName) -}}
{{- end -}}
{{- end -}}
{{- $settings = mergeOverwrite $settings .root.Values.settings $service.settings -}}
{{- toYaml $settings -}}
{{- end -}}

{{/* A map of settings as the lines of application.properties. */}}
{{- define "guildhall.properties" -}}
{{- range $key, $value := . }}
{{ $key | replace " " "\\ " | replace ":" "\\:" }}={{ toString $value | replace "\\" "\\\\" | replace "\n" "\\n" }}
{{- end }}
{{- end -}}
