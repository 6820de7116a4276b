"""Prints every element of many DICOM files as pydicom reads them, in the form of ElementLines.java.

Usage: pydicom_dump.py FILE_WITH_PATHS OUTPUT
"""
import hashlib
import struct
import sys
import warnings

import numpy
import pydicom
from pydicom.encaps import generate_pixel_data_fragment, get_frame_offsets
from pydicom.errors import InvalidDicomError
from pydicom.filebase import DicomBytesIO

warnings.simplefilter("ignore")
pydicom.config.convert_wrong_length_to_UN = True
# Only the private elements that Dictionary names too.
pydicom.datadict.private_dictionaries.clear()
pydicom.datadict.private_dictionaries["GEMS_ACQU_01"] = {
    "0019xx24": ("DS", "1", "Mid Scan Time", "")}

BYTES = {"OB", "OD", "OF", "OL", "OV", "OW", "UN"}
WHOLE = {"US", "SS", "UL", "SL", "UV", "SV", "IS"}
REAL = {"FL", "FD", "DS"}


def escape(text):
    units = text.encode("utf-16-be", "surrogatepass")
    chars = [units[i] << 8 | units[i + 1] for i in range(0, len(units), 2)]
    return "".join(chr(c) if 32 <= c < 127 and c != 92 else "\\u%04x" % c for c in chars)


def several(value):
    if isinstance(value, (pydicom.multival.MultiValue, list, tuple)):
        return list(value)
    return [value]


def text_of(element, dataset):
    vr, value = element.VR, element.value
    if element.tag == 0x7FE00010 and dataset.is_undefined_length_pixels:
        stream = DicomBytesIO(value)
        stream.is_little_endian = True
        get_frame_offsets(stream)
        data = b"".join(generate_pixel_data_fragment(stream))
        return "%d fragments %s" % (len(data), hashlib.sha1(data).hexdigest())
    if vr in BYTES or isinstance(value, bytes):
        value = value or b""
        if vr == "OW" and not dataset.is_little_endian:
            wide = element.tag == 0x7FE00010 and dataset.BitsAllocated == 32
            value = numpy.frombuffer(value, "<u4" if wide else "<u2").byteswap().tobytes()
        return "%d bytes %s" % (len(value), hashlib.sha1(value).hexdigest())
    if value is None or value == "" or value == []:
        return ""
    values = several(value)
    if vr in WHOLE:
        return ",".join("" if v == "" else "%d" % v for v in values)
    if vr in REAL:
        return ",".join("" if v == "" else struct.pack(">d", float(v)).hex() for v in values)
    if vr == "AT":
        return ",".join("%08x" % v for v in values)
    text = "\\".join(str(v).strip(" \0") for v in values)
    return escape(text.rstrip("=") if vr == "PN" else text)


def dump(dataset, prefix, lines):
    for tag in sorted(dataset.keys()):
        path = "%s%08x" % (prefix, tag)
        if tag & 0xFFFF == 0:
            continue
        try:
            element = dataset[tag]
            if element.VR == "SQ":
                lines.append("%s SQ %d" % (path, len(element.value)))
                for i, item in enumerate(element.value):
                    dump(item, "%s[%d]." % (path, i), lines)
            else:
                vr = getattr(element.VR, "value", element.VR)
                # The standard says OB for fragments; some files say OW.
                vr = "OB" if element.tag == 0x7FE00010 and ROOT.is_undefined_length_pixels else vr
                lines.append("%s %s %s" % (path, vr, text_of(element, ROOT)))
        except Exception:
            lines.append("%s !" % path)


ROOT = None
with open(sys.argv[1]) as names, open(sys.argv[2], "w") as out:
    for name in names.read().splitlines():
        lines = []
        try:
            try:
                ROOT = pydicom.dcmread(name)
                status = "read"
            except InvalidDicomError:
                ROOT = pydicom.dcmread(name, force=True)
                status = "forced"
            pixels = ROOT.get_item(0x7FE00010) if 0x7FE00010 in ROOT else None
            ROOT.is_undefined_length_pixels = pixels is not None and (
                getattr(pixels, "length", 0) == 0xFFFFFFFF
                or getattr(pixels, "is_undefined_length", False))
            dump(ROOT, "", lines)
        except Exception as e:
            status = "refused " + type(e).__name__
        out.write("FILE %s\t%s\n" % (name, status))
        for line in lines:
            out.write(line + "\n")
