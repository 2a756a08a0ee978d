{{/* Certificates of the internal gRPC. */}}

{{/* The Secret with a service's certificate. Takes root and name. */}}
{{- define "guildhall.tlsSecret" -}}
{{- if eq .root.Values.internalTls.mode "secret" -}}
{{- .root.Values.internalTls.secret -}}
{{- else -}}
{{- include "guildhall.name" . }}-tls
{{- end -}}
{{- end -}}

{{/* The issuer of the services' certificates. Takes the root. */}}
{{- define "guildhall.issuerRef" -}}
{{- $given := .Values.internalTls.certManager.issuerRef -}}
name: {{ $given.name | default (include "guildhall.name" (dict "root" . "name" "authority")) }}
kind: {{ ternary $given.kind "Issuer" (ne $given.name "") }}
group: {{ ternary $given.group "cert-manager.io" (ne $given.name "") }}
{{- end -}}
