/* Debian's libxml2 includes ICU's headers, and Foundation brings an ICU of its own: the two must not meet in one module.
 * The reader hands libxml2 nothing but UTF-8, so that its converters are not needed. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
