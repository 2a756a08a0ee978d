{{/* What a service asks of its volume. Takes a service. */}}
{{- define "guildhall.claim" -}}
accessModes: [{{ .volume.accessMode }}]
{{- with .volume.storageClass }}
storageClassName: {{ . }}
{{- end }}
resources:
  requests:
    storage: {{ .volume.size }}
{{- end -}}
