"""Writes the pixels of many DICOM files as pydicom and a decoder of its own choice have them.

Usage: pydicom_pixels.py FILE_WITH_PATHS OUTPUT_FOLDER HANDLER ...
Frame after frame, row by row, samples side by side, little endian: file NUMBER.HANDLER.
"""
import sys
import warnings

import pydicom

warnings.simplefilter("ignore")
with open(sys.argv[1]) as names:
    for number, name in enumerate(names.read().splitlines()):
        for handler in sys.argv[3:]:
            try:
                dataset = pydicom.dcmread(name)
                dataset.convert_pixel_data(handler)
                array = dataset.pixel_array
                array = array.astype(array.dtype.newbyteorder("<"))
                with open("%s/%d.%s" % (sys.argv[2], number, handler), "wb") as out:
                    out.write(array.tobytes())
            except Exception as e:
                print(number, handler, type(e).__name__, str(e).replace("\n", " ")[:100])
