package stage

// PictureData is a PNG of 8 by 8 pixels in Base64.
const PictureData = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGNoSHDAihiGlgQAMmxIAVDoDUIAAAAASUVORK5CYII="

// Picture is the same as the API takes one.
const Picture = "data:image/png;base64," + PictureData
