/** Complaints over HTTP: the residents' calls and the staff's. */
@NullMarked
package kr.minwon.complaint.complaint.web;

import org.jspecify.annotations.NullMarked;
