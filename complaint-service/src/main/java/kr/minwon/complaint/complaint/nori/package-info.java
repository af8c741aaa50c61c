/** Words of Korean texts by Lucene's nori. */
@NullMarked
package kr.minwon.complaint.complaint.nori;

import org.jspecify.annotations.NullMarked;
