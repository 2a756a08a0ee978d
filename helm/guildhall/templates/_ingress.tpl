{{/*
What Ingress controllers need to be told: how long a WebSocket may be silent, how large an upload may be, and that uploads
go through as they come. No affinity: a session can be resumed on any gateway. Takes root and service.
*/}}
{{- define "guildhall.ingressAnnotations" -}}
{{- $seconds := int .root.Values.ingress.timeoutSeconds -}}
{{- $long := eq .service.facts.path "long" -}}
{{- if eq .root.Values.ingress.controller "nginx" -}}
nginx.ingress.kubernetes.io/proxy-read-timeout: {{ ternary $seconds 120 $long | quote }}
nginx.ingress.kubernetes.io/proxy-send-timeout: {{ ternary $seconds 120 $long | quote }}
nginx.ingress.kubernetes.io/proxy-body-size: 128m
nginx.ingress.kubernetes.io/proxy-request-buffering: "off"
{{- else if eq .root.Values.ingress.controller "haproxy" -}}
haproxy.org/timeout-tunnel: {{ printf "%ds" $seconds }}
haproxy.org/timeout-server: {{ printf "%ds" (ternary $seconds 120 $long | int) }}
{{- end -}}
{{- end -}}
