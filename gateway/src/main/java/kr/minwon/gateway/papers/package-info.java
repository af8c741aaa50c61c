/** Documents to print and to keep: one template for the page and for the PDF, whose Korean font is embedded. */
@org.jspecify.annotations.NullMarked
package kr.minwon.gateway.papers;
