/** Departments and categories over HTTP. */
@NullMarked
package kr.minwon.routing.office.web;

import org.jspecify.annotations.NullMarked;
