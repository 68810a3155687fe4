"""Arrays in LLVM code, for both devices: Numba and numba-cuda have the same of their own."""

from llvmlite import ir

from . import expect

I64 = ir.IntType(64)


class Arrays:
    """Makes arrays in LLVM code, and takes them apart.

    Parameters
    ----------
    arrayobj, cgutils : modules
        Of the library that compiles.
    pointer : function
        Of a builder, an address and LLVM's type of a pointer: the address as such.
    """

    def __init__(self, arrayobj, cgutils, pointer):
        library = arrayobj.__name__.partition(".")[0]
        expect(arrayobj, "make_array", "populate_array", library=library)
        expect(cgutils, "pack_array", library=library)
        self.arrayobj, self.cgutils, self.pointer = arrayobj, cgutils, pointer

    def made(self, context, builder, kind, address, *strides):
        """An array of a type at an address; a stride is in bytes, None where elements are dense.

        Its extents are 0: nobody asks for them.
        """
        array = self.arrayobj.make_array(kind)(context, builder)
        itemsize = I64(context.get_abi_sizeof(context.get_data_type(kind.dtype)))
        strides = [itemsize if stride is None else stride for stride in strides]
        self.arrayobj.populate_array(
            array,
            data=self.pointer(builder, address, array.data.type),
            shape=self.cgutils.pack_array(builder, [I64(0)] * kind.ndim),
            strides=self.cgutils.pack_array(builder, strides),
            itemsize=itemsize,
            meminfo=None,
        )
        return array._getvalue()

    def data(self, context, builder, kind, array):
        """The pointer to the first element of an array of a type."""
        return self.arrayobj.make_array(kind)(context, builder, array).data
