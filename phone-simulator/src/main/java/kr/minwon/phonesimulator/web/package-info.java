/** The phones as pages, and the API for tests. */
@NullMarked
package kr.minwon.phonesimulator.web;

import org.jspecify.annotations.NullMarked;
